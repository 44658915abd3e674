// Alias tables: one draw from any spread of outcomes in two steps.
#pragma once

#include <vector>

#include "survey/simulation_plan.h"

namespace looplet {

/// An outcome and how often it comes, among others.
struct WeightedOutcome {
  SimulationPlan::Outcome outcome;
  double weight = 0;
};

/// Adds the outcomes and the columns of their table (Vose 1991, doi
/// 10.1109/32.92917). Equal outcomes are one, and those of no weight none; at
/// least one must have weight. The chances are exact to 2^-32 each.
SimulationPlan::Table add_table(SimulationPlan& plan,
                                const std::vector<WeightedOutcome>& spread);

/// A share as a threshold of 32 bits.
std::uint64_t threshold_of(double share);

}  // namespace looplet
