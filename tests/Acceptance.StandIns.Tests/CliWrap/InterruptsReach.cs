namespace Acceptance.StandIns.Tests.CliWrap;

[SetUpFixture]
public sealed class InterruptsReach : Surroundings.InterruptsReach;
