// looplet call NAME [--lines]
#include <cstdio>
#include <string>

#include "cli/complain.h"
#include "cli/input.h"
#include "cli/options.h"
#include "looplet/wire.h"

namespace looplet::cli {
namespace {

struct CallRequest {
  std::string name;
  bool lines = false;
};

// Answers on one line each, in the order of the requests.
void answer(const std::string& name, std::string_view request, bool& ok) {
  std::string reply = wire::call(name, request);
  ok = ok && reply.substr(0, 10) == "{\"ok\":true";
  reply += '\n';
  std::fwrite(reply.data(), 1, reply.size(), stdout);
}

int call_lines(const std::string& name, Input& input) {
  bool ok = true;
  std::string held;
  std::vector<char> buffer(1 << 18);
  for (;;) {
    const std::size_t count = input.read(buffer);
    if (count == 0) break;
    std::string_view piece(buffer.data(), count);
    for (;;) {
      const std::size_t end = piece.find('\n');
      if (end == std::string_view::npos) break;
      if (held.empty()) {
        answer(name, piece.substr(0, end), ok);
      } else {
        held += piece.substr(0, end);
        answer(name, held, ok);
        held.clear();
      }
      piece.remove_prefix(end + 1);
    }
    // A line without an end must not eat the memory; the call refuses it.
    if (held.size() <= wire::kMaxRequestBytes) held += piece;
    // Somebody may wait for these before asking on.
    std::fflush(stdout);
  }
  if (!held.empty()) answer(name, held, ok);
  return ok ? kDone : kInputHasFaults;
}

int call_once(const std::string& name, Input& input) {
  bool ok = true;
  answer(name, input.read_all(wire::kMaxRequestBytes), ok);
  return ok ? kDone : kInputHasFaults;
}

int call(const CallRequest& request) {
  Input input("-");
  const int exit_code = request.lines ? call_lines(request.name, input)
                                      : call_once(request.name, input);
  if (!input.error().empty()) {
    complain_unreadable(input.name(), input.error());
    return kInputHasFaults;
  }
  return exit_code;
}

}  // namespace

void add_call(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<CallRequest>();
  CLI::App* command = app.add_subcommand(
      "call", "Answers a call of the engine: JSON in, JSON out");
  command->add_option("NAME", request->name, "such as estimate; see below")
      ->required()
      ->type_name("");
  command->add_flag("--lines", request->lines,
                    "one request a line, one reply a line");
  std::string names;
  for (const std::string_view name : wire::call_names()) {
    names += "\n  ";
    names += name;
  }
  command->footer(
      "The request is standard input, the reply "
      "{\"ok\":true,\"value\":...} or\n{\"ok\":false,\"errors\":[...]}, the "
      "latter with exit code 1.\n\n"
      "Calls:" +
      names +
      "\n\n"
      "Examples:\n"
      "  echo '{\"counts\":{\"promoters\":6,\"passives\":3,\"detractors\":1}}' "
      "| looplet call estimate\n"
      "  looplet call --lines parseScore < requests.jsonl\n");
  command->callback([request, &exit_code] { exit_code = call(*request); });
}

}  // namespace looplet::cli
