namespace Reqnroll;

public enum ProgrammingLanguage
{
    Other,
    CSharp,
    VB,
    FSharp,
}
