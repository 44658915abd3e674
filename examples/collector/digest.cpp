#include "digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <cstdlib>

namespace looplet::collector {

Digest sha256(std::string_view bytes) {
  Digest out{};
  unsigned int size = 0;
  // Fails only when memory is out or the library was built without SHA-256:
  // going on with a wrong digest would mix up answers.
  if (EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, EVP_sha256(),
                 nullptr) != 1 ||
      size != out.size()) {
    std::abort();
  }
  return out;
}

bool same_digest(const Digest& a, const Digest& b) {
  return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string_view as_bytes(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace looplet::collector
