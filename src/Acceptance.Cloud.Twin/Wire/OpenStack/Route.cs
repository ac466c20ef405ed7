namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>One emulated operation: <c>GET /v2.1/servers/{id}</c>.</summary>
internal sealed class Route(string method, string template, Access access, Func<OpenStackRequest, WireAnswer> answer)
{
    private readonly string[] _parts = Split(template);

    public string Method { get; } = method;

    public string Template { get; } = template;

    public Access Access { get; } = access;

    internal WireAnswer Answer(OpenStackRequest request) => answer(request);

    internal static string[] Split(string path) => path.Trim('/').Split('/');

    /// <summary>The values of the template's braces when the path fits, else null.</summary>
    internal Dictionary<string, string>? Match(string[] path)
    {
        if (path.Length != _parts.Length)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < path.Length; i++)
        {
            if (_parts[i].StartsWith('{') && path[i].Length > 0)
                values[_parts[i].Trim('{', '}')] = Uri.UnescapeDataString(path[i]);
            else if (_parts[i] != path[i])
                return null;
        }

        return values;
    }

    /// <summary>How literal the template is: /servers/detail goes before /servers/{id}.</summary>
    internal int Literals => _parts.Count(part => !part.StartsWith('{'));
}
