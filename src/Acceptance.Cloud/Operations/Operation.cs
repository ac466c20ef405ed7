using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Operations;

/// <summary>
/// What is asked over HTTP: one of <see cref="OperationCatalogue"/>. A value reaches it as one segment of its path,
/// escaped in one place.
/// </summary>
public sealed class Operation
{
    private const string Open = "{}";

    private readonly string[] _segments;

    internal Operation(string id, string service, string method, string path, Permit needs)
    {
        (Id, Service, Method, Path, Needs) = (id, service, method, path, needs);
        _segments = path.Split('/');
    }

    /// <summary>Its name in the table of operations: "compute.start-server".</summary>
    public string Id { get; }

    /// <summary>The catalog type ("compute", "load-balancer"), or kubernetes, probe, image-source, control.</summary>
    public string Service { get; }

    /// <summary>GET, POST ...</summary>
    public string Method { get; }

    /// <summary>
    /// The path below the service's root and version, {} for each segment that is a value; * alone: any path of an
    /// address that the site names.
    /// </summary>
    public string Path { get; }

    public Permit Needs { get; }

    /// <summary>With a value for each open segment.</summary>
    public OperationCall At(params IReadOnlyList<string> segments)
    {
        var open = _segments.Count(segment => segment == Open);
        if (segments.Count != open)
            throw new ArgumentException($"{Id} has {open} open segments, and {segments.Count} values are given.");
        var at = 0;
        var path = string.Join(
            '/',
            _segments.Select(segment => segment == Open ? Uri.EscapeDataString(segments[at++]) : segment)
        );
        var misfit = segments.FirstOrDefault(value => value is "" or "." or "..");
        return new OperationCall(
            this,
            path,
            segments,
            misfit is null ? null : (Sentence)$"{Id} is not asked: '{misfit}' is no name of anything"
        );
    }

    /// <summary>Whether an address that another program made is this operation's.</summary>
    public bool Covers(string method, string path)
    {
        if (method != Method)
            return false;
        var segments = path.Split('/');
        return segments.Length == _segments.Length
            && _segments
                .Zip(segments)
                .All(pair => pair.First == Open ? IsValue(pair.Second) : pair.First == pair.Second);
    }

    public override string ToString() => Id;

    private static bool IsValue(string segment) => segment is not ("" or "." or "..");
}
