#include "cli/svg.h"

#include <algorithm>
#include <cmath>

#include "cli/words.h"

namespace looplet::cli {
namespace {

constexpr double kCell = 240;
constexpr double kHeight = 20;
constexpr double kWide = 900;
constexpr double kTall = 220;
constexpr double kTop = 12;
constexpr double kBottom = 190;
constexpr double kMargin = 40;
constexpr std::size_t kNamesShown = 10;

std::string at(double place) { return fixed(place, 1); }

std::string line(double x1, double y1, double x2, double y2, const char* what) {
  return "<line x1=\"" + at(x1) + "\" y1=\"" + at(y1) + "\" x2=\"" + at(x2) +
         "\" y2=\"" + at(y2) + "\" class=\"" + what + "\"/>";
}

std::string dot(double x, double y) {
  return "<circle cx=\"" + at(x) + "\" cy=\"" + at(y) +
         "\" r=\"4\" class=\"dot\"/>";
}

std::string box(double x, double width, std::string_view what) {
  return "<rect x=\"" + at(x) + "\" y=\"4\" width=\"" +
         at(std::max(width, 1.0)) + "\" height=\"12\" rx=\"2\" class=\"" +
         std::string(what) + "\"/>";
}

/// What it shows stands in the cells beside it.
std::string cell(const std::string& inside) {
  return "<svg viewBox=\"0 0 240 20\" aria-hidden=\"true\">" + inside +
         "</svg>";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string svg_score(const std::optional<Estimate>& e) {
  if (!e || !e->nps || !e->low || !e->high) return {};
  const auto x = [](double points) { return (points + 100) / 200 * kCell; };
  const double y = kHeight / 2;
  return cell(line(0, y, kCell, y, "rule") +
              line(kCell / 2, 2, kCell / 2, kHeight - 2, "zero") +
              line(x(*e->low), y, x(*e->high), y, "interval") +
              dot(x(*e->nps), y));
}

std::string svg_bar(double share, Segment segment) {
  if (!(share > 0)) return cell("");
  return cell(box(0, share * kCell, segment_name(segment)));
}

std::string svg_impact(double points, double most) {
  const double middle = kCell / 2;
  const double width = most > 0 ? std::abs(points) / most * middle : 0;
  return cell(box(points < 0 ? middle - width : middle, width,
                  points < 0 ? "detractor" : "promoter") +
              line(middle, 2, middle, kHeight - 2, "zero"));
}

std::string svg_waves(const std::vector<Wave>& waves) {
  if (waves.size() < 2) return {};
  // The axis is cut to what is there, in steps of 25 points.
  double low = 100;
  double high = -100;
  for (const Wave& wave : waves) {
    low = std::min(low, wave.estimate.low.value_or(100));
    high = std::max(high, wave.estimate.high.value_or(-100));
  }
  low = std::max(-100.0, std::floor(low / 25) * 25);
  high = std::min(100.0, std::ceil(high / 25) * 25);
  if (!(low < high)) return {};
  const double last = waves.back().t;
  const auto x = [last](const Wave& wave) {
    return kMargin + wave.t / last * (kWide - 2 * kMargin);
  };
  const auto y = [low, high](double points) {
    return kBottom - (points - low) / (high - low) * (kBottom - kTop);
  };
  std::string out = "<svg viewBox=\"0 0 900 220\" role=\"img\" aria-label=\"" +
                    std::string(
                        "The score over time; the table has its "
                        "numbers. The axis goes from ") +
                    fixed(low, 0) + " to " + fixed(high, 0) + "\">";
  for (double points = low; points <= high; points += 25) {
    out += line(kMargin, y(points), kWide - kMargin, y(points),
                points == 0 ? "zero" : "rule");
    out += "<text x=\"" + at(kMargin - 8) + "\" y=\"" + at(y(points) + 4) +
           "\" text-anchor=\"end\">" + fixed(points, 0) + "</text>";
  }
  std::string path;
  const std::size_t step = (waves.size() + kNamesShown - 1) / kNamesShown;
  for (std::size_t i = 0; i < waves.size(); ++i) {
    const Wave& wave = waves[i];
    if (!wave.estimate.nps) continue;
    const double place = y(*wave.estimate.nps);
    path += (path.empty() ? "M" : "L") + at(x(wave)) + " " + at(place);
    out += line(x(wave), y(wave.estimate.low.value_or(low)), x(wave),
                y(wave.estimate.high.value_or(high)), "interval");
    out += dot(x(wave), place);
    if (i % step == 0) {
      out += "<text x=\"" + at(x(wave)) + "\" y=\"" + at(kTall - 8) +
             "\" text-anchor=\"middle\">" + escaped(wave.name) + "</text>";
    }
  }
  return out + "<path d=\"" + path + "\" class=\"line\"/></svg>";
}

}  // namespace looplet::cli
