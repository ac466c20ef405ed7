using NUnit.Framework;
using Reqnroll.Tracing;

namespace Reqnroll.NUnit;

/// <summary>Writes to the test that runs, so that its steps stand below its failure.</summary>
internal sealed class NUnitOutput : ITraceListener
{
    public void WriteTestOutput(string message) => TestContext.Out.WriteLine(message);

    public void WriteToolOutput(string message) => TestContext.Out.WriteLine($"-> {message}");
}
