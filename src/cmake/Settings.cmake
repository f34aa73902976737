option(THREADLINT_BUILD_FUZZ "Build the fuzzers of tests/fuzz (clang only)" OFF)
option(THREADLINT_STATIC "Link the program from archives alone, to run on any Linux" OFF)
option(THREADLINT_CHECK "Add tests that check format, tidiness and other builds" OFF)
# Off where it would hide a missing #include: presets dev, clang and tidy. ccache keeps what is
# compiled so with CCACHE_SLOPPINESS=pch_defines,time_macros only.
option(THREADLINT_PRECOMPILE "Precompile the headers that most sources include" OFF)

# What every target of the project is built with.
add_library(threadlint_settings INTERFACE)
target_compile_features(threadlint_settings INTERFACE cxx_std_20)
target_include_directories(threadlint_settings INTERFACE
  "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>"
  "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>"
  "$<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/generated>")

add_library(threadlint_warnings INTERFACE)
target_compile_options(threadlint_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  # g++ 12 sees overlaps in "literal" + std::string() that are none (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${THREADLINT_WERROR}>:-Werror>)

if(THREADLINT_SANITIZE)
  target_compile_options(threadlint_settings INTERFACE
    -fsanitize=${THREADLINT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(threadlint_settings INTERFACE -fsanitize=${THREADLINT_SANITIZE})
  # With sanitizers g++ 12 takes all of <regex> for uninitialised (GCC bug 105562).
  target_compile_options(threadlint_warnings INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
if(THREADLINT_BUILD_FUZZ)
  target_compile_options(threadlint_settings INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(threadlint_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

# threadlint_precompile(TARGET [test]): with the headers read that most sources include. None of the
# project's own: a change in one would compile everything anew.
function(threadlint_precompile target)
  if(NOT THREADLINT_PRECOMPILE)
    return()
  endif()
  set(headers algorithm array charconv cstddef cstdint filesystem functional iterator map memory
    optional set span stdexcept string string_view tuple unordered_map unordered_set utility vector
    fmt/format.h)
  set(holder threadlint_headers)
  if(ARGN)
    set(holder threadlint_headers_test)
    list(APPEND headers fstream sstream doctest/doctest.h nlohmann/json.hpp)
  endif()
  if(NOT TARGET ${holder})
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/${holder}.cc" CONTENT "")
    add_library(${holder} OBJECT "${PROJECT_BINARY_DIR}/generated/${holder}.cc")
    target_link_libraries(${holder} PRIVATE threadlint_settings threadlint_warnings fmt::fmt)
    list(TRANSFORM headers REPLACE "(.+)" "<\\1>")
    target_precompile_headers(${holder} PRIVATE ${headers})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${holder})
endfunction()
