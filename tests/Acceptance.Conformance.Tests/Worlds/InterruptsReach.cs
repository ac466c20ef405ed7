namespace Acceptance.Conformance.Tests.Worlds;

[SetUpFixture]
public sealed class InterruptsReach : Surroundings.InterruptsReach;
