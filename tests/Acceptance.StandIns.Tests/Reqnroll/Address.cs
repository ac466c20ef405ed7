namespace Acceptance.StandIns.Tests.Reqnroll;

public sealed record Address(string Host, int Port);
