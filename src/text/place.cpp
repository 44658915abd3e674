#include "text/place.h"

#include "text/number.h"

namespace looplet {

std::string Place::pointer() const {
  std::string out = up == nullptr ? std::string() : up->pointer();
  if (index == -2) return out.append(name);
  out += '/';
  if (index >= 0) return out += text::whole(index);
  for (const char c : name) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace looplet
