namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>One emulated operation: <c>GET /v2.1/servers/{id}</c>.</summary>
internal sealed class Route(
    string method,
    string template,
    Func<OpenStackRequest, WireAnswer> answer,
    Access access = Access.Token
)
{
    private readonly string[] _parts = Split(template);

    public static Route Get(string template, Func<OpenStackRequest, WireAnswer> answer) => new("GET", template, answer);

    public static Route Head(string template, Func<OpenStackRequest, WireAnswer> answer) =>
        new("HEAD", template, answer);

    public static Route Post(string template, Func<OpenStackRequest, WireAnswer> answer) =>
        new("POST", template, answer);

    public static Route Put(string template, Func<OpenStackRequest, WireAnswer> answer) => new("PUT", template, answer);

    public static Route Patch(string template, Func<OpenStackRequest, WireAnswer> answer) =>
        new("PATCH", template, answer);

    public static Route Delete(string template, Func<OpenStackRequest, WireAnswer> answer) =>
        new("DELETE", template, answer);

    /// <summary>The same for who has no token.</summary>
    public Route ForAnyone() => new(Method, Template, answer, Access.Anyone);

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
