// A number for people to read in a message.
#pragma once

#include <string>

namespace looplet {

/// Up to six significant digits: "0.95", "1537", "-3.33333", "2e+300",
/// "Infinity", "NaN". Not for reading back, and free of the locale.
std::string number_text(double number);

}  // namespace looplet
