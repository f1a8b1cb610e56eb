"""Plan the whole review, up to the preferences."""

from __future__ import annotations

from ltsched.domain.stages.table import decisive
from ltsched.domain.timetable import Status
from ltsched.solve.course import Course
from ltsched.solve.steps.extend import look_everywhere
from ltsched.solve.steps.leads_alone import leads_cannot
from ltsched.solve.steps.preferences import improve_in_turn

__all__ = ["LeadsFirst", "Whole"]


class LeadsFirst:
    """Where no first plan was found, ask whether the lead reviewers alone could do it.

    The bound: a model without the others' diaries is a relaxation, so that what is impossible in it is impossible in
    the whole; a packed review is mostly impossible for that reason, and the whole model would take long to say so.
    """

    def take(self, course: Course) -> None:
        """End the course if they could not."""
        assert course.whole is not None
        if course.whole.incumbent is None:
            course.leads_cannot = leads_cannot(course.agenda, course.free, course.candidates, course.runner)
            if course.leads_cannot:
                course.whole.status, course.ended = Status.INFEASIBLE, True


class Whole:
    """Improve the whole model, stage by stage.

    The bound: the solver's own, and that of the meetings alone wherever it holds. Without a preference among the
    stages before them, the preferences about panels are left out of this model, which is a good deal smaller then.
    """

    def take(self, course: Course) -> None:
        """Improve every stage that this model knows; have it confirmed if nothing fits."""
        whole = course.whole
        assert whole is not None
        look_everywhere(whole, course.goals)
        acted_on = decisive([goal.name for goal in course.goals])
        whole.improve(course.goals[: len(acted_on)])
        if course.all_at_once and whole.incumbent is not None:
            improve_in_turn(course, whole, course.goals[len(acted_on) :])
        if course.all_at_once or whole.incumbent is None or course.runner.stopped:
            whole.confirm_infeasible()
            course.ended = True
