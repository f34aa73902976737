# Every third-party library, each with the module that alone may use it (tests/layers checks).
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)               # everywhere
find_package(ICU 72 REQUIRED COMPONENTS uc)  # util: charsets
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)  # util: SHA-256
find_package(LibArchive 3.6 REQUIRED)      # source: compressed input and archives
find_package(CLI11 2.1 REQUIRED)           # cli

# mimetic (mail) comes without a CMake or pkg-config file.
find_path(MIMETIC_INCLUDE_DIR mimetic/mimetic.h REQUIRED)
find_library(MIMETIC_LIBRARY mimetic REQUIRED)
add_library(mimetic::mimetic UNKNOWN IMPORTED)
set_target_properties(mimetic::mimetic PROPERTIES
  IMPORTED_LOCATION "${MIMETIC_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${MIMETIC_INCLUDE_DIR}")
