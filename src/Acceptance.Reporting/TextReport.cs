using Acceptance.Cloud.Files;
using Acceptance.Decisions.Runs;

namespace Acceptance.Reporting;

/// <summary>A report that is one text file.</summary>
public sealed class TextReport(string name, Func<RunRecord, string> text) : IReport
{
    public string Name => name;

    public void Write(RunRecord run, PrivateFolder folder) => folder.Replace(name, text(run));
}
