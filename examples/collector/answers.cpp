// Taking answers and erasing them.
#include <utility>

#include "faults.h"
#include "router.h"

namespace looplet::collector {
namespace {

// JSON as JSON, or as the plain text a browser may post without asking first.
bool acceptable(const Request& request) {
  const std::string_view content_type = request.header("Content-Type");
  const std::string type = media_type(content_type);
  if (type != "application/json" && type != "text/plain") return false;
  const std::string_view coding = request.header("Content-Encoding");
  if (!coding.empty() && !same_word(coding, "identity")) return false;
  const std::size_t semicolon = content_type.find(';');
  if (semicolon == std::string_view::npos) return true;
  std::string_view parameter = trim(content_type.substr(semicolon + 1));
  if (!same_word(parameter.substr(0, 8), "charset=")) return true;
  parameter = trim(parameter.substr(8));
  return same_word(parameter, "utf-8") || same_word(parameter, "\"utf-8\"");
}

Reply reply_to(const Written& written) {
  Reply reply;
  if (!written) {
    reply = refuse(Refusal::storage_failed);
    reply.outcome = "failed";
    return reply;
  }
  switch (*written) {
    case Outcome::stored:
      reply = json_reply(201, "{\"stored\":true}");
      reply.outcome = "stored";
      break;
    case Outcome::replaced:
      reply = json_reply(201, "{\"stored\":true,\"replaced\":true}");
      reply.outcome = "replaced";
      break;
    case Outcome::superseded:
      reply = json_reply(200, "{\"superseded\":true}");
      reply.outcome = "superseded";
      break;
    case Outcome::conflict:
      reply = refuse(Refusal::conflict, "/id");
      reply.outcome = "conflict";
      break;
    case Outcome::duplicate:
      reply = json_reply(200, "{\"duplicate\":true}");
      reply.outcome = "duplicate";
      break;
    case Outcome::erased:
      // The same words: that somebody had it erased is nobody's business.
      reply = json_reply(200, "{\"duplicate\":true}");
      reply.outcome = "erased";
      break;
  }
  return reply;
}

}  // namespace

void take_answer(const Services& services, const Request& request, Done done) {
  if (!acceptable(request)) {
    return done(refuse(Refusal::unsupported_media_type));
  }
  Verdict verdict = services.engine.judge(request.body);
  if (auto* rejected = std::get_if<Rejected>(&verdict)) {
    Reply reply = json_reply(rejected->status, std::move(rejected->body));
    reply.outcome = "rejected";
    return done(std::move(reply));
  }
  const bool queued = services.writer.insert(
      std::get<Record>(std::move(verdict)),
      [done](Written written) { done(reply_to(written)); });
  if (!queued) {
    Reply reply = refuse(Refusal::overloaded);
    reply.outcome = "overloaded";
    done(std::move(reply));
  }
}

void erase_answer(const Services& services, std::string id, Done done) {
  const bool queued =
      services.writer.erase(std::move(id), [done](Erased erased) {
        if (!erased) return done(refuse(Refusal::storage_failed));
        if (!*erased) return done(refuse(Refusal::not_found));
        Reply reply;
        reply.status = 204;
        done(std::move(reply));
      });
  if (!queued) done(refuse(Refusal::overloaded));
}

}  // namespace looplet::collector
