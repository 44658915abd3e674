#include "journal.h"

#include <algorithm>
#include <cstdio>

namespace looplet::collector {
namespace {

// A method of our own making, so that nobody writes into the log.
std::string_view known_method(std::string_view method) {
  for (const std::string_view known :
       {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
    if (method == known) return known;
  }
  return "-";
}

std::string_view or_dash(std::string_view text) {
  return text.empty() ? "-" : text;
}

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.6g", value);
  return text.data();
}

}  // namespace

std::string log_line(Milliseconds now, const Exchange& exchange) {
  std::array<char, 32> took{};
  std::snprintf(took.data(), took.size(), "%.1f", exchange.milliseconds);
  std::string out = rfc3339(now);
  out += ' ';
  out += known_method(exchange.method);
  out += ' ';
  out += or_dash(exchange.route);
  out += ' ' + std::to_string(exchange.status) + ' ' + took.data() + "ms " +
         std::to_string(exchange.bytes) + 'B';
  return out;
}

void Metrics::count(const Exchange& exchange) {
  ++requests_[{std::string(known_method(exchange.method)),
               std::string(or_dash(exchange.route)), exchange.status}];
  ++exchanges_;
  milliseconds_ += exchange.milliseconds;
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    if (exchange.milliseconds <= kBounds.at(i)) ++within_.at(i);
  }
}

void Metrics::count_answer(std::string_view outcome) {
  ++answers_[std::string(outcome)];
}

std::string Metrics::text(const WriterCounts& writer, std::size_t waiting,
                          std::size_t connections) const {
  std::string out;
  const auto head = [&](std::string_view name, std::string_view type,
                        std::string_view help) {
    out += "# HELP ";
    out += name;
    out += ' ';
    out += help;
    out += "\n# TYPE ";
    out += name;
    out += ' ';
    out += type;
    out += '\n';
  };
  const auto line = [&](std::string_view name, const std::string& value) {
    out += name;
    out += ' ' + value + '\n';
  };
  const auto one = [&](std::string_view name, std::string_view type,
                       std::string_view help, std::int64_t value) {
    head(name, type, help);
    line(name, std::to_string(value));
  };

  head("looplet_http_requests_total", "counter", "Requests answered.");
  for (const auto& [key, value] : requests_) {
    const auto& [method, route, status] = key;
    std::string name = "looplet_http_requests_total{method=\"";
    name += method;
    name += "\",route=\"";
    name += route;
    name += "\",status=\"";
    name += std::to_string(status);
    name += "\"}";
    line(name, std::to_string(value));
  }
  head("looplet_http_request_seconds", "histogram",
       "From the first byte of a request to the last of its reply.");
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    line("looplet_http_request_seconds_bucket{le=\"" +
             number(kBounds.at(i) / 1000) + "\"}",
         std::to_string(within_.at(i)));
  }
  line("looplet_http_request_seconds_bucket{le=\"+Inf\"}",
       std::to_string(exchanges_));
  line("looplet_http_request_seconds_sum", number(milliseconds_ / 1000));
  line("looplet_http_request_seconds_count", std::to_string(exchanges_));

  head("looplet_answers_total", "counter", "Answers by what became of them.");
  for (const auto& [outcome, value] : answers_) {
    line("looplet_answers_total{outcome=\"" + outcome + "\"}",
         std::to_string(value));
  }
  one("looplet_commits_total", "counter", "Transactions on the disk.",
      writer.commits);
  one("looplet_writes_total", "counter", "Writes in those transactions.",
      writer.writes);
  one("looplet_commit_failures_total", "counter",
      "Transactions that failed, so that 503 was answered.", writer.failures);
  one("looplet_expired_total", "counter", "Answers past their retention.",
      writer.expired);
  one("looplet_writes_waiting", "gauge", "Writes not begun yet.",
      static_cast<std::int64_t>(waiting));
  one("looplet_connections", "gauge", "Open connections.",
      static_cast<std::int64_t>(connections));
  return out;
}

}  // namespace looplet::collector
