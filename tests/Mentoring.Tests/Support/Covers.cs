namespace Mentoring.Tests.Support;

/// <summary>
/// The operations that a fixture is about, by the names of their slices: each has answered with success before the last of
/// its tests is over, else that test fails. <c>EndpointTests</c> tells which operation no fixture names.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CoversAttribute(params string[] operations) : Attribute
{
    public IReadOnlyList<string> Operations => operations;
}
