@Acceptance @phase-08.0 @layer:magnum @mutates @order:100
Feature: The image and the template of the workload cluster
  A fresh deploy has neither. The image is fetched to the jumphost, verified against its publisher's digest,
  and imported from there, because the publisher's site refuses the image service itself. What is found is
  not taken on trust: it is compared with what the runbook would have made.

  @FINDING-3 @CORRECTION-1
  Scenario: The kube image is there, seeded from a verified file if it was absent
    When the operator makes sure that the kube image exists
    Then the cloud keeps its promise that the kube image is active, and alone under its name

  @DOCFIX-064
  Scenario: Whoever makes a cluster can read the image it is made from
    When the operator makes sure that the kube image exists
    Then the cloud keeps its promise that who creates clusters can read the kube image

  @L-P6-3
  Scenario: The image carries the version that its name promises
    When the operator makes sure that the kube image exists
    Then the cloud keeps its promise that the kube image carries its version and its distribution

  @DOCFIX-032 @CNI-label
  Scenario: The cluster template equals the written one in every field
    When the operator makes sure that the cluster template exists
    Then the cloud keeps its promise that every field of the cluster template is as written
