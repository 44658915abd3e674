#include "survey/link.h"

#include <gtest/gtest.h>

#include <string>

namespace looplet {
namespace {

TEST(SafeLink, IsHttpsMailtoOrLocalhost) {
  for (const char* url :
       {"https://example.com", "https://example.com/", "HTTPS://Example.COM/a",
        "https://example.com:8443/a/b?c=d&e=f#g", "https://sub.example.co.uk",
        "https://127.0.0.1/x", "https://xn--mller-kva.example/",
        "https://example.com/%7Euser/%20", "https://example.com?x=1",
        "https://example.com/a;b=c,d'e(f)*!$@:", "https://example.com:65535",
        "http://localhost", "http://localhost:8080/a", "https://localhost",
        "mailto:team@example.com", "MAILTO:a@b.c?subject=Hi%20there"}) {
    EXPECT_TRUE(is_safe_link(url)) << url;
  }
}

TEST(SafeLink, IsNothingThatCouldRunOrMislead) {
  for (const char* url : {"",
                          " ",
                          "javascript:alert(1)",
                          "JaVaScRiPt:alert(1)",
                          "java\tscript:alert(1)",
                          "java\nscript:alert(1)",
                          "\x01javascript:alert(1)",
                          " javascript:alert(1)",
                          "javascript://example.com/%0Aalert(1)",
                          "javascript:https://example.com",
                          "data:text/html,<script>alert(1)</script>",
                          "data:text/html;base64,PHNjcmlwdD4=",
                          "DATA:text/html,x",
                          "vbscript:msgbox(1)",
                          "file:///etc/passwd",
                          "ftp://example.com",
                          "blob:https://example.com/1",
                          "filesystem:https://example.com/x",
                          "about:blank",
                          "view-source:https://example.com",
                          "ws://example.com",
                          "wss://example.com",
                          "tel:+123",
                          "sms:+123",
                          "intent://x#Intent;end",
                          "chrome://settings",
                          "jar:https://example.com!/",
                          "ms-settings:",
                          "//example.com",
                          "/relative",
                          "relative",
                          "?x",
                          "#x",
                          "https:",
                          "https:/example.com",
                          "https:example.com",
                          "https://",
                          "https:///example.com",
                          "https://?x",
                          "https://#x",
                          "https://:443/",
                          "https://user@example.com",
                          "https://user:pass@example.com",
                          "https://example.com@evil.example",
                          "https://example.com:443@evil.example",
                          "https://evil.example\\@example.com",
                          "https:\\\\example.com",
                          "https://example.com\\evil",
                          "https://exa mple.com",
                          "https://example.com/a b",
                          "https://example.com/\r\nSet-Cookie:x",
                          "https://example.com/\x7F",
                          "https://ex\xC3\xA4mple.com",
                          "https://example.com/\xE2\x80\xAE",
                          "https://[::1]/",
                          "https://example.com%2eevil.example",
                          "https://example.com:port",
                          "https://example.com:",
                          "https://example.com:65536",
                          "https://example.com:99999",
                          "https://example.com:443:443",
                          "https://-example.com",
                          "https://example-.com-",
                          "https://.example.com",
                          "https://example.com.",
                          "https://exam_ple.com",
                          "https://example.com/<script>",
                          "https://example.com/\"onclick=",
                          "https://example.com/{x}",
                          "https://example.com/`",
                          "https://example.com/|",
                          "https://example.com/^",
                          "http://example.com",
                          "http://localhost.evil.example",
                          "http://localhost@evil.example",
                          "http://127.0.0.1",
                          "http://evil.example/localhost",
                          "mailto:",
                          "mailto:@example.com",
                          "mailto:team",
                          "mailto:team@",
                          "mailto:a b@example.com",
                          "mailto:a@b.c\nBcc:x@y.z"}) {
    EXPECT_FALSE(is_safe_link(url)) << url;
  }
}

TEST(SafeLink, HasAtMost2000Bytes) {
  const std::string start = "https://example.com/";
  EXPECT_TRUE(is_safe_link(start + std::string(2000 - start.size(), 'a')));
  EXPECT_FALSE(is_safe_link(start + std::string(2001 - start.size(), 'a')));
}

TEST(SafeLink, HasNoNulByte) {
  EXPECT_FALSE(is_safe_link(std::string_view("https://example.com/\0", 21)));
}

TEST(Encoded, KeepsOnlyTheUnreserved) {  // RFC 3986, 2.3
  Arena arena;
  Writing out(arena);
  add_encoded(out, "aZ09-._~ &?#/=+%\n\xC3\xA4");
  EXPECT_EQ(out.text(), "aZ09-._~%20%26%3F%23%2F%3D%2B%25%0A%C3%A4");
}

}  // namespace
}  // namespace looplet
