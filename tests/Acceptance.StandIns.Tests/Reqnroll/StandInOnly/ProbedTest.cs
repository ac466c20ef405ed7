using NUnit.Framework.Interfaces;

namespace Acceptance.StandIns.Tests.Reqnroll.StandInOnly;

internal sealed record ProbedTest(
    string Name,
    TestStatus Status,
    string Message,
    string StackTrace,
    string Output,
    string[] Categories
);
