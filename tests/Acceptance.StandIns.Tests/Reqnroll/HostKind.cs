namespace Acceptance.StandIns.Tests.Reqnroll;

public enum HostKind
{
    Compute,
    Storage,
}
