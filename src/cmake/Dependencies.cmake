# Every third-party library, each with the module that alone may use it (tests/layers checks).
# Debian's names of them are in ./quickstart.

# A library that users of the static library link too: threadlintConfig.cmake finds it again.
macro(threadlint_find)
  find_package(${ARGV} REQUIRED)
  string(REPLACE ";" " " _arguments "${ARGV}")
  set_property(GLOBAL APPEND PROPERTY THREADLINT_DEPENDENCIES "find_dependency(${_arguments})")
endmacro()

if(THREADLINT_STATIC)
  include(Static)
endif()

threadlint_find(Threads)
if(NOT THREADLINT_STATIC)
  threadlint_find(fmt 9)                      # everywhere
endif()
threadlint_find(ICU 72 COMPONENTS uc data)    # util: charsets
threadlint_find(OpenSSL 3 COMPONENTS Crypto)  # util: SHA-256
threadlint_find(Boost 1.74 COMPONENTS regex)  # util: captures of the patterns that RE2 lets pass
threadlint_find(RE2)                          # util: many patterns in one scan
threadlint_find(LibArchive 3.6)               # source: compressed input and archives
threadlint_find(Mimetic)                      # mail: MIME structure
threadlint_find(pugixml 1.13)                 # report: XML

find_package(CLI11 2.1 REQUIRED)              # cli
find_package(tomlplusplus 3.3 REQUIRED)       # config: .threadlint.toml

if(THREADLINT_STATIC)
  threadlint_link_static()
endif()
