// The program `looplet`: subcommands over files. Each command stands in its
// own file; what decides is the library.
#include <cstdio>
#include <exception>

#include "cli/complain.h"
#include "cli/options.h"
#include "cli/words.h"

int main(int argc, char** argv) {
  CLI::App app(
      "Looplet asks the 0-10 question, decides what comes next, scores the "
      "answers\nand shows how far the score can be trusted.");
  app.name("looplet");
  app.set_version_flag("--version", "looplet " LOOPLET_VERSION);
  app.require_subcommand(1);
  app.footer(
      "A FILE that is - or missing is standard input. Faults go to standard "
      "error\nas file:line: sentence [code].\n"
      "Exit codes: 0 done, 1 the input has faults, 2 the command line is "
      "wrong.\n\n"
      "looplet COMMAND --help says more, with examples.");
  app.failure_message([](const CLI::App* top, const CLI::Error& error) {
    // Where to read on: the help of the command that was meant.
    std::string path = top->get_name();
    for (const CLI::App* command : top->get_subcommands()) {
      path += ' ';
      path += command->get_name();
    }
    std::string message = "looplet: ";
    message += error.what();
    return message + "\nSee " + path + " --help\n";
  });

  int exit_code = looplet::cli::kDone;
  looplet::cli::add_score(app, exit_code);
  looplet::cli::add_report(app, exit_code);
  looplet::cli::add_compare(app, exit_code);
  looplet::cli::add_plan(app, exit_code);
  looplet::cli::add_tag(app, exit_code);
  looplet::cli::add_check(app, exit_code);
  looplet::cli::add_simulate(app, exit_code);
  looplet::cli::add_diff(app, exit_code);
  looplet::cli::add_migrate(app, exit_code);
  looplet::cli::add_walk(app, exit_code);
  looplet::cli::add_call(app, exit_code);
  const auto named = [&](const CLI::App* command) {
    return command->get_name() == argv[1];
  };
  if (argc > 1 && argv[1][0] != '-' && app.get_subcommands(named).empty()) {
    std::fprintf(stderr,
                 "looplet: there is no command '%s'\nSee looplet --help\n",
                 looplet::cli::printable(argv[1]).c_str());
    return looplet::cli::kWrongCommandLine;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? looplet::cli::kDone
                                : looplet::cli::kWrongCommandLine;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "looplet: %s\n", error.what());
    return looplet::cli::kInputHasFaults;
  }
  return exit_code;
}
