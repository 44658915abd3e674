// The block loop for x86-64 with AVX2, PCLMUL and BMI.
#pragma once

#include "analysis/csv_scan.h"

namespace looplet::csv {

/// As scan_blocks; only where the processor has AVX2, PCLMUL, BMI and POPCNT.
std::uint32_t scan_blocks_avx2(const char* data, std::uint32_t from,
                               std::uint32_t to, Scan& scan);

}  // namespace looplet::csv
