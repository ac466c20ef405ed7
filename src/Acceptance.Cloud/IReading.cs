namespace Acceptance.Cloud;

/// <summary>A reading of whatever: the exchange behind it.</summary>
public interface IReading
{
    Evidence Evidence { get; }
}
