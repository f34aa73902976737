# THREADLINT_STATIC: everything from archives, so that the program needs nothing of the system it
# runs on. Included before the libraries are looked for. Of Debian's packages it needs, besides those
# of every build: libacl1-dev libattr1-dev libbz2-dev liblz4-dev liblzma-dev libzstd-dev
# nettle-dev zlib1g-dev.
set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
set(OPENSSL_USE_STATIC_LIBS ON)
set(Boost_USE_STATIC_LIBS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
string(APPEND CMAKE_EXE_LINKER_FLAGS " -static-pie")

# Debian has no archives of these two. Their headers have all that would be in them; the other
# sources are compiled as for the shared ones.
set(fmt_source [[
#include <fmt/format-inl.h>
namespace fmt::detail {
template FMT_API dragonbox::decimal_fp<float> dragonbox::to_decimal(float) noexcept;
template FMT_API dragonbox::decimal_fp<double> dragonbox::to_decimal(double) noexcept;
template FMT_API thousands_sep_result<char> thousands_sep_impl(locale_ref);
template FMT_API char decimal_point_impl(locale_ref);
template FMT_API void buffer<char>::append(const char*, const char*);
template FMT_API void vformat_to(buffer<char>&, string_view,
                                 basic_format_args<buffer_context<char>>, locale_ref);
}  // namespace fmt::detail
]])
set(tomlplusplus_source [[
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
]])
foreach(name fmt tomlplusplus)
  set(source "${PROJECT_BINARY_DIR}/generated/static_${name}.cc")
  file(CONFIGURE OUTPUT "${source}" CONTENT "${${name}_source}" @ONLY)
  add_library(threadlint_static_${name} STATIC "${source}")
  target_compile_features(threadlint_static_${name} PRIVATE cxx_std_20)
  add_library(${name}::${name} INTERFACE IMPORTED)
  target_link_libraries(${name}::${name} INTERFACE threadlint_static_${name})
endforeach()
target_compile_definitions(threadlint_static_fmt PUBLIC FMT_SHARED)
target_compile_definitions(threadlint_static_tomlplusplus PUBLIC
  TOML_HEADER_ONLY=0 TOML_SHARED_LIB=1)

# Called when the libraries were found: an archive does not say what it stands on.
function(threadlint_link_static)
  set(archives "")
  foreach(name nettle acl attr lzma zstd lz4 bz2 z)
    find_library(THREADLINT_${name}_ARCHIVE ${name} REQUIRED)
    mark_as_advanced(THREADLINT_${name}_ARCHIVE)
    list(APPEND archives "${THREADLINT_${name}_ARCHIVE}")
  endforeach()
  set_property(TARGET LibArchive::LibArchive PROPERTY INTERFACE_LINK_LIBRARIES ${archives})
  set_property(TARGET ICU::uc APPEND PROPERTY INTERFACE_LINK_LIBRARIES ICU::data)
  set_property(TARGET pugixml::pugixml PROPERTY INTERFACE_LINK_LIBRARIES pugixml::static)
endfunction()
