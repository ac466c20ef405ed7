namespace Reqnroll.BoDi;

/// <summary>Who asked for whom, so that a circle is told instead of overflowing the stack.</summary>
internal sealed class ResolutionPath
{
    public static readonly ResolutionPath Empty = new(null, null);

    private readonly ResolutionPath? rest;
    private readonly Type? type;

    private ResolutionPath(ResolutionPath? rest, Type? type)
    {
        this.rest = rest;
        this.type = type;
    }

    public ResolutionPath Enter(Type next)
    {
        for (var step = this; step is not null; step = step.rest)
        {
            if (step.type == next)
            {
                throw new ObjectContainerException($"Circular dependency found! {Describe()}{next.FullName}");
            }
        }

        return new ResolutionPath(this, next);
    }

    public string Describe() => type is null ? "" : $"{rest?.Describe()}{type.FullName} -> ";
}
