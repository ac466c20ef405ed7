namespace Acceptance.Architecture.Tests;

/// <summary>A rule that one text keeps or breaks.</summary>
public abstract class Rule
{
    /// <summary>The number that its failures quote.</summary>
    public abstract string Number { get; }

    public abstract bool Covers(SourceFile file);

    public abstract IEnumerable<Breach> BreachesIn(SourceFile file);

    /// <summary>Texts that break it, each at least once: a rule that cannot fail is none.</summary>
    public abstract IEnumerable<SourceFile> Broken { get; }

    /// <summary>Texts at its edge that keep it.</summary>
    public virtual IEnumerable<SourceFile> Kept => [];

    public override string ToString() => GetType().Name;

    protected Breach At(SourceFile file, int line, string sentence) => new(file.Path, line, $"{sentence} ({Number})");
}
