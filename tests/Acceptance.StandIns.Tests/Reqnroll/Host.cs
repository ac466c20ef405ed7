namespace Acceptance.StandIns.Tests.Reqnroll;

public sealed record Host(string Name, int RackUnit, HostKind Kind);
