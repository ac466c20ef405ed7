using System.Globalization;
using NUnitTestContext = NUnit.Framework.TestContext;

namespace Reqnroll.NUnit;

/// <summary>Writes to the test that runs, so that its steps stand below its failure.</summary>
internal sealed class NUnitOutput : IReqnrollOutputHelper
{
    public void WriteLine(string message) => NUnitTestContext.Out.WriteLine(message);

    public void WriteLine(string format, params object[] args) =>
        NUnitTestContext.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, format, args));

    public void AddAttachment(string filePath)
    {
        NUnitTestContext.AddTestAttachment(filePath);
        WriteLine($"-> attachment: {filePath}");
    }
}
