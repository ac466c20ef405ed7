@Acceptance @phase-08.exit @layer:site @order:990
Feature: The exit gate
  The gate reads nothing anew. It judges what this run has proven: functionally accepted with the first six
  items of the bar, formally closed with the baseline as well.

  Scenario: Everything that the bar asks for is proven in this run
    Then the cloud is accepted
