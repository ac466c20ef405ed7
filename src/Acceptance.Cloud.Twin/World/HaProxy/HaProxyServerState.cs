using System.Globalization;

namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>A server of a running process: what the checks made of it so far.</summary>
internal sealed class HaProxyServerState(HaProxyProcess process, HaProxyProxy proxy, HaProxyServerLine line)
{
    private bool _up = true;
    private bool _known;
    private DateTimeOffset? _turning;

    public HaProxyServerLine Line { get; } = line;

    public int Failed { get; private set; }

    public int TimesDown { get; private set; }

    public int Rise { get; } = line.Number("rise", 2);

    public int Fall { get; } = line.Number("fall", 3);

    public int Weight { get; } = line.Number("weight", 1);

    public bool Backup { get; } = line.Has("backup");

    public DateTimeOffset Changed { get; private set; } = process.Now;

    /// <summary>It has checks of its own that run.</summary>
    public bool Checked => Line.Has("check") && !Line.Has("disabled");

    /// <summary>The last check; null before the first, and without checks.</summary>
    public HaProxyCheck? Check { get; private set; }

    /// <summary>check_health: how far from the other state.</summary>
    public int Health { get; private set; }

    public bool Usable => Status.StartsWith("UP", StringComparison.Ordinal) || Status == "no check";

    public bool Initialising => Checked && !_known;

    public string Status { get; private set; } = "";

    /// <summary>Checks it as often as was due since the last look.</summary>
    public void Look()
    {
        if (Checked && process.FirstChecksBack)
            Judge(process.CheckOf(proxy, Line));
        else if (Checked)
            (Check, Health) = (new HaProxyCheck(true, "INI", "", "", "Initializing"), Rise);
        else
            Check = null;
        Status = Word();
    }

    private void Judge(HaProxyCheck check)
    {
        Check = check;
        if (!_known)
        {
            // A server that was never checked is up, one failure away from DOWN.
            (_known, _up) = (true, check.Passed);
            if (!check.Passed)
                Down();
        }
        else if (check.Passed == _up)
            _turning = null;
        else
            Turn(check.Passed);

        var settled = _up ? Rise + Fall - 1 : 0;
        Health =
            _turning is null ? settled
            : _up ? settled - Count()
            : Count();
    }

    private void Turn(bool passed)
    {
        if (_turning is null && !passed)
            Failed++;
        _turning ??= process.Now;
        if (Count() < (passed ? Rise : Fall))
            return;
        (_up, _turning) = (passed, null);
        if (passed)
            Changed = process.Now;
        else
            Down();
    }

    private void Down()
    {
        TimesDown++;
        Failed = Math.Max(1, Failed);
        Changed = process.Now;
    }

    /// <summary>Checks since it turned, the first included.</summary>
    private int Count() => 1 + (int)((process.Now - _turning!.Value) / Interval(_up ? "fastinter" : "downinter"));

    private TimeSpan Interval(string special) =>
        (Line.After(special) ?? Line.After("inter")) is { } text ? Span(text) : TimeSpan.FromSeconds(2);

    private string Word()
    {
        if (Line.Has("disabled"))
            return "MAINT";
        if (!Line.Has("check"))
            return "no check";
        if (Initialising)
            return string.Create(CultureInfo.InvariantCulture, $"UP 1/{Fall}");
        if (!_up)
            return _turning is null ? "DOWN" : string.Create(CultureInfo.InvariantCulture, $"DOWN {Count()}/{Rise}");
        if (Check?.Status == "L7OKC")
            return "NOLB";
        return _turning is null ? "UP" : string.Create(CultureInfo.InvariantCulture, $"UP {Fall - Count()}/{Fall}");
    }

    private static TimeSpan Span(string text) =>
        text.EndsWith("ms", StringComparison.Ordinal) && int.TryParse(text[..^2], out var ms)
            ? TimeSpan.FromMilliseconds(ms)
        : text.EndsWith('s') && int.TryParse(text[..^1], out var seconds) ? TimeSpan.FromSeconds(seconds)
        : int.TryParse(text, out var plain) ? TimeSpan.FromMilliseconds(plain)
        : TimeSpan.FromSeconds(2);
}
