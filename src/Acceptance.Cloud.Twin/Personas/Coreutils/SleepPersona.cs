using System.Globalization;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Coreutils;

/// <summary>sleep: moves the twin's clock.</summary>
internal sealed class SleepPersona : Persona
{
    /// <summary>Nobody who sleeps this long wants the world to age by it.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromDays(365);

    public override IReadOnlyList<string> Names { get; } = ["sleep"];

    public override HostKind On => HostKind.Any;

    public override async Task<int> Run(PersonaCall call)
    {
        if (call.Argv.Count == 0)
            return call.Fail(1, "sleep: missing operand\nTry 'sleep --help' for more information.");
        var total = TimeSpan.Zero;
        foreach (var argument in call.Argv)
        {
            if (Span(argument) is not { } span)
                return call.Fail(
                    1,
                    $"sleep: invalid time interval ‘{argument}’\nTry 'sleep --help' for more information."
                );
            total += span;
        }

        if (total > Forever)
            await call.Hang();
        await call.Sleep(total);
        return 0;
    }

    private static TimeSpan? Span(string text)
    {
        if (text is "infinity" or "inf")
            return TimeSpan.FromDays(3650);
        var unit = text.Length > 0 && char.IsLetter(text[^1]) ? text[^1] : 's';
        var digits = text.TrimEnd('s', 'm', 'h', 'd');
        if (
            digits.Length < text.Length - 1
            || !double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || number < 0
        )
            return null;
        return unit switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}
