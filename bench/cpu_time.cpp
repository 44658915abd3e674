// Runs a command, passes its output on, and prints last, as JSON, its seconds
// of CPU time (user and system) and the peak of its memory in MiB. A program
// this small adds nothing to either: a child starts with its parent's peak.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

int main(int, char** argv) {
  if (argv[1] == nullptr) return 2;
  const pid_t child = ::fork();
  if (child == 0) {
    ::execvp(argv[1], argv + 1);
    ::_exit(127);
  }
  int status = 0;
  rusage use{};
  if (child < 0 || ::wait4(child, &status, 0, &use) != child) return 1;
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  std::printf("{\"seconds\": %.6f, \"mebibytes\": %.1f, \"status\": %d}\n",
              seconds(use.ru_utime) + seconds(use.ru_stime),
              static_cast<double>(use.ru_maxrss) / 1024,
              WIFEXITED(status) ? WEXITSTATUS(status) : 128);
  return 0;
}
