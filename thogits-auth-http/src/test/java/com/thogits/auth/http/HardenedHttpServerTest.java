package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.sun.net.httpserver.HttpServer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HardenedHttpServerTest {
  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @BeforeAll
  static void letTheJvmReadItsLimitsFromTheOtherTests() {
    new TestServer().close();
  }

  @Test
  void setsTheLimitsAndLeavesThoseThatTheHostSet() throws Exception {
    System.setProperty("sun.net.httpserver.maxIdleConnections", "321");
    System.clearProperty("sun.net.httpserver.nodelay");
    System.clearProperty("sun.net.httpserver.maxReqTime");
    try {
      HardenedHttpServer.create(anyPort()).stop(0);
      assertThat(System.getProperty("sun.net.httpserver.maxIdleConnections")).isEqualTo("321");
      assertThat(System.getProperty("sun.net.httpserver.nodelay")).isEqualTo("true");
      assertThat(System.getProperty("sun.net.httpserver.maxReqTime")).isEqualTo("20");
      assertThat(System.getProperty("sun.net.httpserver.maxRspTime")).isEqualTo("60");
    } finally {
      System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    }
  }

  @Test
  void aTakenPortIsAnException() throws Exception {
    HttpServer first = HardenedHttpServer.create(anyPort());
    try {
      assertThatExceptionOfType(BindException.class)
          .isThrownBy(() -> HardenedHttpServer.create(first.getAddress()));
    } finally {
      first.stop(0);
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesTheParameterThatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> HardenedHttpServer.create(null))
        .withMessage("address");
  }
}
