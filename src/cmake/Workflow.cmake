# What `cmake --workflow --preset check` runs besides the tests of its own tree, which is built by
# g++ for release with warnings as errors.
find_program(CLANG_FORMAT clang-format REQUIRED)
add_test(NAME check.format COMMAND "${CMAKE_COMMAND}"
  -D "CLANG_FORMAT=${CLANG_FORMAT}" -D "SOURCE=${PROJECT_SOURCE_DIR}"
  -P "${PROJECT_SOURCE_DIR}/src/cmake/WorkflowFormat.cmake")

# Each is the preset of that name in its own build folder and can be repeated alone:
# `cmake --workflow --preset asan`.
foreach(preset clang asan tsan tidy)
  add_test(NAME check.${preset} COMMAND "${CMAKE_COMMAND}" --workflow --preset ${preset}
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(check.${preset} PROPERTIES RUN_SERIAL TRUE)  # it takes all cores itself
endforeach()
