using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// Text without what is different each time: times, ids, addresses, ages, large numbers, drawn letters.
/// </summary>
internal static partial class Words
{
    public static string Of(string text)
    {
        text = Spaced().Replace(Klog().Replace(text, "E "), "$1:");
        text = Deadline().Replace(text, "DEADLINE");
        text = Resolver().Replace(text, "$1RESOLVER:");
        text = Stamp().Replace(text, "TIME");
        text = Uid().Replace(text, "UID");
        text = Hex().Replace(text, "HEX");
        text = Server().Replace(text, "SERVER");
        text = Address().Replace(text, "ADDRESS");
        text = Pod().Replace(text, "-DRAWN");
        text = Parameter().Replace(text, "$1=N");
        text = Version().Replace(text, "VERSION");
        return Number().Replace(text, "N").TrimEnd();
    }

    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.Split('\n').Select(line => Of(line)).Where(line => line.Length > 0)];

    [GeneratedRegex(@"^[EWI]\d{4} [\d:.]+ +\d+ ", RegexOptions.Multiline)]
    private static partial Regex Klog();

    [GeneratedRegex(@"(\\?""|\\u0022)\s*:\s+(?=[\\""{\[\d])")]
    private static partial Regex Spaced();

    [GeneratedRegex(
        @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} [\d:]+ (?:\+0000|GMT)"
    )]
    private static partial Regex Stamp();

    // The client's own deadline (--request-timeout) is kept by two timers, the request's context and http.Client's:
    // whichever fires first words it, and only the second knows whether there was a connection yet. Which, is a
    // matter of microseconds in the client; its server does not come into it. The transport's ten seconds ("TLS
    // handshake timeout") are another deadline.
    [GeneratedRegex(
        @"(?:net/http: request canceled(?: while waiting for connection)?|context deadline exceeded) \(Client\.Timeout exceeded while awaiting headers\)|(?<=: )context deadline exceeded(?=""?$)",
        RegexOptions.Multiline
    )]
    private static partial Regex Deadline();

    [GeneratedRegex(@"(lookup \S+ on )\S+:(?=\s)")]
    private static partial Regex Resolver();

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uid();

    [GeneratedRegex(@"\b[0-9a-fA-F]{16,}\b")]
    private static partial Regex Hex();

    [GeneratedRegex(@"\b(?:\d+\.\d+\.\d+\.\d+|[a-z][a-z0-9-]*):\d{4,5}\b")]
    private static partial Regex Server();

    [GeneratedRegex(@"\b\d+\.\d+\.\d+\.\d+(?:/\d+)?\b")]
    private static partial Regex Address();

    [GeneratedRegex(
        @"(?:-[bcdfghjklmnpqrstvwxz2456789]{8,10})?-(?=[a-z0-9]{5}\b)(?=[a-z]*[0-9])[a-z0-9]{5}\b|-[bcdfghjklmnpqrstvwxz2456789]{8,10}\b"
    )]
    private static partial Regex Pod();

    [GeneratedRegex(@"\b(timeoutSeconds|resourceVersion|hash)(?:=|%3D)\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\b(?:go|v)1\.\d+\.\d+(?:[-+.][\w.-]+)?\b")]
    private static partial Regex Version();

    [GeneratedRegex(@"(?<![\w.-])\d{2,}(?![\w.-])")]
    private static partial Regex Number();
}
