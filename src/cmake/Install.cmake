# cmake --install: the program, its pages, and the library with what find_package(threadlint) reads.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

# version.h is written by hand, as it stands in every checkout without a build.
file(STRINGS "${PROJECT_SOURCE_DIR}/include/threadlint/version.h" version_line
  REGEX "^#define THREADLINT_VERSION ")
if(NOT version_line STREQUAL "#define THREADLINT_VERSION \"${PROJECT_VERSION}\"")
  message(FATAL_ERROR
    "include/threadlint/version.h says ${version_line}, project() says ${PROJECT_VERSION}")
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/include/threadlint/version.h")

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)
install(TARGETS threadlint)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" TYPE DOC)

foreach(section 1 5 7)
  file(GLOB pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/man/*.${section}")
  install(FILES ${pages} DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}")
endforeach()
file(GLOB_RECURSE schemas CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/*.schema.json")
install(FILES ${schemas} DESTINATION "${CMAKE_INSTALL_DATADIR}/threadlint")

set(completions "${PROJECT_BINARY_DIR}/completions")
install(FILES "${completions}/threadlint"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${completions}/_threadlint"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${completions}/threadlint.fish"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
install(TARGETS threadlint_lib EXPORT threadlint)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/threadlint" TYPE INCLUDE
  FILES_MATCHING PATTERN "*.h")
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/threadlint")
set(package_build_dir "${PROJECT_BINARY_DIR}/package")
install(EXPORT threadlint FILE threadlintTargets.cmake
  NAMESPACE threadlint:: DESTINATION "${package_dir}")
get_property(THREADLINT_DEPENDENCIES GLOBAL PROPERTY THREADLINT_DEPENDENCIES)
list(JOIN THREADLINT_DEPENDENCIES "\n" THREADLINT_DEPENDENCIES)
configure_file(src/cmake/threadlintConfig.cmake.in
  "${package_build_dir}/threadlintConfig.cmake" @ONLY)
# Before 1.0 a new minor version may change the interface.
write_basic_package_version_file("${package_build_dir}/threadlintConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${package_build_dir}/threadlintConfig.cmake"
  "${package_build_dir}/threadlintConfigVersion.cmake"
  "${PROJECT_SOURCE_DIR}/src/cmake/FindMimetic.cmake"
  "${PROJECT_SOURCE_DIR}/src/cmake/FindRE2.cmake"
  DESTINATION "${package_dir}")
