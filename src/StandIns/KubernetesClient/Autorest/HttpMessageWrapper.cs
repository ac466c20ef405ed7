using System.Net.Http.Headers;

namespace k8s.Autorest;

/// <summary>What is kept of a request or a response once its connection is let go.</summary>
public abstract class HttpMessageWrapper
{
    public string? Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; } = new Dictionary<string, IEnumerable<string>>();

    protected void CopyHeaders(HttpHeaders? headers)
    {
        foreach (var (name, values) in headers?.ToArray() ?? [])
            Headers[name] = Headers.TryGetValue(name, out var earlier) ? earlier.Concat(values).ToArray() : values;
    }
}
