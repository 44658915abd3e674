// Answers calls, one a line: a name, a tab, a request. For scripts that make
// vectors (tests/vectors/oracle/documents.py).
#include <iostream>
#include <string>

#include "looplet/wire.h"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) return 2;
    std::cout << looplet::wire::call(line.substr(0, tab), line.substr(tab + 1))
              << '\n';
  }
  return 0;
}
