@AppendixA @order:200
Feature: The next deploy will be as this one was
  A cloud can serve and still be no longer what its bundle says. Nothing above rests on it, so that no layer is held
  back; it is told before the next deploy meets it, and the way out is never to sync the one to the other unread.

  @Acceptance @D-068 @layer:juju @observes
  Scenario: Bundle and live agree on every charm, or the site knows the difference
    Then the cloud keeps its promise that every charm follows the channel that the site names, and is no older

  @Acceptance @default-space @layer:juju @observes
  Scenario: The model puts what is not bound elsewhere where it was planned
    Then the cloud keeps its promise that the model's effective default space is the planned one

  @rehearsal @D-068 @layer:jumphost @destroys
  Scenario: A charm that was refreshed beside its bundle is named
    Given a rehearsal cloud where D-068 has struck
    Then the check that every charm follows the channel that the site names, and is no older names the victim
    And it leads the operator to D-068

  @rehearsal @default-space @layer:jumphost @destroys
  Scenario: A model with another default space is named before the next deploy
    Given a rehearsal cloud where default-space has struck
    Then the check that the model's effective default space is the planned one names the victim
    And it leads the operator to default-space

  @rehearsal @D-011.1 @layer:jumphost @destroys
  Scenario: A model whose cloud credential was refused is named as suspended
    Given a rehearsal cloud where model-suspended has struck
    Then the check that Juju can act on the cloud through the model names the victim
    And it leads the operator to model-suspended
