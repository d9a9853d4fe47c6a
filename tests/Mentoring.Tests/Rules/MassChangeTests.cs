using Mentoring.Api.Features.Common.Imports;

namespace Mentoring.Tests.Rules;

public sealed class MassChangeTests
{
    [TestCase(100, 0, 20, false, ExpectedResult = false)]
    [TestCase(100, 0, 21, false, ExpectedResult = true)]
    [TestCase(10, 0, 4, false, ExpectedResult = false)]
    [TestCase(10, 0, 5, false, ExpectedResult = true)]
    [TestCase(10, 40, 0, true, ExpectedResult = false)]
    [TestCase(10, 40, 0, false, ExpectedResult = true)]
    [TestCase(0, 40, 0, false, ExpectedResult = true)]
    [TestCase(10, 0, 10, true, ExpectedResult = true)]
    [TestCase(3, 0, 3, false, ExpectedResult = true)]
    [TestCase(2, 0, 2, false, ExpectedResult = true)]
    [TestCase(4, 4, 4, true, ExpectedResult = true)]
    [TestCase(4, 0, 3, false, ExpectedResult = false)]
    [TestCase(1, 0, 1, false, ExpectedResult = false)]
    [TestCase(2_000_000, 0, 400_001, false, ExpectedResult = true)]
    public bool More_than_a_share_of_the_staff_is_asked_and_a_few_people_are_not(int staff, int joins, int leaves, bool first) =>
        new MassChange(20, 5).Asks(new(staff, joins, leaves, first));
}
