package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProfileTest {
  @AutoClose private final TestServer server = new TestServer();

  private final TestClient client = server.registered("user@example.com");

  @Test
  void setsTheDisplayNameAndAnswersTheUpdatedUserInfo() {
    TestReply reply = client.put("/profile", "{\"display_name\":\"Alice\"}").expect(200);

    assertThat(reply.text("display_name")).isEqualTo("Alice");
    assertThat(client.get("/me").body()).isEqualTo(reply.body());
  }

  @Test
  void keepsTheDisplayNameIfTheFieldIsAbsent() {
    client.put("/profile", "{\"display_name\":\"Alice\"}").expect(200);
    assertThat(client.put("/profile", "{}").expect(200).text("display_name")).isEqualTo("Alice");
    assertThat(client.send("PUT", "/profile").expect(200).text("display_name")).isEqualTo("Alice");
  }

  @Test
  void clearsTheDisplayNameOnNullAndOnBlank() {
    for (String clearing : new String[] {"null", "\"\"", "\" \\t \""}) {
      client.put("/profile", "{\"display_name\":\"Alice\"}").expect(200);
      TestReply reply = client.put("/profile", "{\"display_name\":" + clearing + "}").expect(200);
      assertThat(reply.json().get("display_name").isNull()).as(clearing).isTrue();
    }
  }

  @Test
  void trimsTheDisplayName() {
    TestReply reply = client.put("/profile", "{\"display_name\":\"  Alice B. \"}").expect(200);
    assertThat(reply.text("display_name")).isEqualTo("Alice B.");
  }

  @Test
  void takes100CodePointsAndRefusesOneMore() {
    String longest = "🙂".repeat(100);
    assertThat(
            client
                .put("/profile", "{\"display_name\":\"" + longest + "\"}")
                .expect(200)
                .text("display_name"))
        .isEqualTo(longest);
    TestReply refused = client.put("/profile", "{\"display_name\":\"" + longest + "x\"}");
    assertThat(refused.refused(400, "invalid_request").text("message")).contains("display_name");
    assertThat(client.get("/me").text("display_name")).isEqualTo(longest);
  }

  @Test
  void refusesControlCharacters() {
    TestReply refused = client.put("/profile", "{\"display_name\":\"A\\r\\nSet-Cookie: a=b\"}");
    assertThat(refused.refused(400, "invalid_request").text("message")).contains("display_name");
  }

  @Test
  void escapesWhatJsonMustEscapeAndKeepsTheRest() {
    String name = "\\\"</script>\\\\ \u2028 é";
    TestReply reply = client.put("/profile", "{\"display_name\":\"" + name + "\"}").expect(200);
    assertThat(reply.text("display_name")).isEqualTo("\"</script>\\ \u2028 é");
  }

  @Test
  void refusesADisplayNameThatIsNoText() {
    for (String value : new String[] {"1", "true", "[]", "{}", "[\"Alice\"]"}) {
      TestReply refused = client.put("/profile", "{\"display_name\":" + value + "}");
      assertThat(refused.refused(400, "invalid_request").text("message")).contains("display_name");
    }
  }

  @Test
  void setsNoCookie() {
    TestReply reply = client.put("/profile", "{\"display_name\":\"Alice\"}").expect(200);
    assertThat(reply.cookies()).isEmpty();
  }
}
