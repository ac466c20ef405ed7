namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>A log or a time series with a header of # lines: nothing that one command prints.</summary>
internal sealed record SeriesCapture(string Name, string Program, string Command)
{
    public static SeriesCapture Read(string file)
    {
        var header = File.ReadLines(file)
            .TakeWhile(line => line.StartsWith('#'))
            .Select(line => line[1..].Trim())
            .ToList();
        string Of(string key) =>
            header.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim() ?? "";
        var program = Of("program:").Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "log";
        return new SeriesCapture(Path.GetFileNameWithoutExtension(file), program, Of("command:"));
    }
}
