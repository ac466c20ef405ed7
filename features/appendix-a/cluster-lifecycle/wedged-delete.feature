@AppendixA @stuck-delete @FINDING-4 @order:200
Feature: A cluster that is deleted goes, and takes its network with it
  A delete hangs where Octavia refuses Cluster API an answer. What is left then goes in order and by its exact name:
  one that was guessed changes nothing, and one that is like it may be another's.

  @Acceptance @layer:workload @mutates
  Scenario: OpenStack refuses Cluster API nothing, so that a delete can end
    When the operator waits for the workload cluster
    Then the cloud keeps its promise that OpenStack refuses Cluster API nothing for the workload cluster

  @rehearsal @D-039 @layer:jumphost @destroys
  Scenario: A cluster with an old credential is named, and its delete hangs
    Given a rehearsal cloud where D-039 has struck
    Then the check that the credential that the cluster was given carries every needed role names the victim
    And it leads the operator to D-039
    But what D-039 warns of, as typed, makes it worse

  @rehearsal @layer:jumphost @destroys
  Scenario: A delete that hangs is named, and brought to its end in order
    Given a rehearsal cloud where D-039 has struck
    Then what D-039 warns of, as typed, makes it worse
    And the check that OpenStack refuses Cluster API nothing for the workload cluster names the victim
    And it leads the operator to stuck-delete
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then the check that OpenStack refuses Cluster API nothing for the workload cluster says that nothing was seen

  @rehearsal @layer:jumphost @destroys
  Scenario: A patch by a guessed name is silent only where its words are thrown away
    When the trap of stuck-delete is sprung in a real shell
    Then it shows what the entry says
    But the rule of stuck-delete avoids it
