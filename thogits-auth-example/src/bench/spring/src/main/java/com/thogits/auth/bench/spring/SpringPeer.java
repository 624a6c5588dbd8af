package com.thogits.auth.bench.spring;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Registration, login and {@code /me} as one writes them with Spring Boot. */
@SpringBootApplication
public class SpringPeer {
  private static final int CACHE_SHARE_OF_HEAP = 2;
  private static final int BYTES_PER_KIB = 1024;

  /** Options are Spring's own: {@code --server.port=0 --peer.data-dir=folder}. */
  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(SpringPeer.class);
    // As much cache as the example gives H2.
    long cache = Runtime.getRuntime().maxMemory() / CACHE_SHARE_OF_HEAP / BYTES_PER_KIB;
    application.setDefaultProperties(Map.of("peer.cache-kib", cache));
    application.run(arguments);
  }
}
