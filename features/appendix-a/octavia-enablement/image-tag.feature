@AppendixA @amp-image-tag-mismatch @order:200
Feature: Octavia finds the image that was built for its amphorae
  One charm stamps the images for amphorae with a tag, another looks for them by one. Where these are two, the image is
  there and active, and whoever needs an amphora learns that there is none.

  @Acceptance @layer:hypervisors @observes
  Scenario: What is built for amphorae has the tag that is looked for
    Then the cloud keeps its promise that amphora images are stamped with the tag that octavia looks for

  @rehearsal @layer:jumphost @destroys
  Scenario: Two tags where one is needed are named, confirmed and made one
    Given a rehearsal cloud where amp-image-tag-mismatch has struck
    Then the check that amphora images are stamped with the tag that octavia looks for names the victim
    And it leads the operator to amp-image-tag-mismatch
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
