namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>A frontend, backend or listen section of a configuration file.</summary>
internal sealed class HaProxyProxy(string kind, string name, string mode)
{
    /// <summary>"frontend", "backend", "listen".</summary>
    public string Kind { get; } = kind;

    public string Name { get; } = name;

    /// <summary>"tcp" or "http".</summary>
    public string Mode { get; set; } = mode;

    public string Balance { get; set; } = "roundrobin";

    public string? DefaultBackend { get; set; }

    /// <summary>
    /// "option httpchk": its method ("OPTIONS" when the option names none); null: a bare connect is the check.
    /// </summary>
    public string? HttpCheck { get; set; }

    /// <summary>http-check disable-on-404.</summary>
    public bool DisableOn404 { get; set; }

    /// <summary>It has rules that need http mode.</summary>
    public bool HasHttpRules { get; set; }

    /// <summary>option forwardfor, here or in the defaults.</summary>
    public bool ForwardsFor { get; set; }

    public List<HaProxyServerLine> Servers { get; } = [];

    public bool IsFrontend => Kind is "frontend" or "listen";

    public bool IsBackend => Kind is "backend" or "listen";
}
