@AppendixA @DOCFIX-021 @order:200
Feature: Nobody on the way reads the commands that stand behind it
  A block of commands is fed to a shell through a pipe. An ssh within it reads the same pipe: what stands behind it in
  the block is swallowed, and never runs, and the block ends as if all were well.

  @Acceptance @layer:jumphost @observes
  Scenario: What is started on the jumphost finds nothing to read
    Then the cloud keeps its promise that what is started on the jumphost has nothing to read

  @rehearsal @layer:jumphost @destroys
  Scenario: A block whose inner command reads on ends early, and in silence
    When the trap of DOCFIX-021 is sprung in a real shell
    Then it shows what the entry says
    But the rule of DOCFIX-021 avoids it
    And the rehearsal cloud keeps its promise that what is started on the jumphost has nothing to read
