/** What an option is about: how much its rule is broken, and how much of it there is. */
final class Shapes {
    private Shapes() {}

    static int measure(Task task, int[] day, int[] stages, int shape, int evenness) {
        switch (task.shape) {
            case 0:
                return spread(task, day, stages, shape, evenness);
            case 1:
                return blocks(task, day, stages, shape);
            case 2:
                return oneWeek(task, day, stages, shape);
            case 3:
                return oneDay(task, day, stages, shape);
            default:
                int last = 0;
                for (int i : task.shapeWorks[0]) {
                    last = day[i] < 0 ? last : Math.max(last, task.shapeTable[day[i]]);
                }
                stages[shape] = last;
                return 0;
        }
    }

    /** shapeNumbers: the tolerance, then the even positions. */
    private static int spread(Task task, int[] day, int[] stages, int shape, int evenness) {
        int[] works = task.shapeWorks[0];
        int broken = 0, least = Integer.MAX_VALUE, most = Integer.MIN_VALUE, before = -1;
        for (int k = 0; k < works.length; k++) {
            if (day[works[k]] < 0) {
                continue;
            }
            int index = task.shapeTable[day[works[k]]];
            int off = Math.abs(index - task.shapeNumbers[k + 1]);
            stages[evenness] += off;
            broken += Math.max(0, off - task.shapeNumbers[0]);
            if (k > 0 && day[works[k - 1]] >= 0) {
                least = Math.min(least, index - before);
                most = Math.max(most, index - before);
            }
            before = index;
        }
        stages[shape] = most >= least ? most - least : 0;
        return broken;
    }

    /** shapeNumbers: most working days of a block, least and most days between them. */
    private static int blocks(Task task, int[] day, int[] stages, int shape) {
        int broken = 0;
        int[] first = {-1, -1}, last = {-1, -1};
        for (int block = 0; block < 2; block++) {
            for (int i : task.shapeWorks[block]) {
                if (day[i] >= 0) {
                    first[block] = first[block] < 0 ? day[i] : Math.min(first[block], day[i]);
                    last[block] = Math.max(last[block], day[i]);
                }
            }
            if (first[block] >= 0) {
                int length = task.closing[last[block]] - task.shapeTable[first[block]];
                stages[shape] += length;
                broken += Math.max(0, length - task.shapeNumbers[0]);
            }
        }
        if (first[0] >= 0 && first[1] >= 0) {
            int pause = task.dates[first[1]] - task.dates[last[0]];
            broken += Math.max(0, task.shapeNumbers[1] - pause) + Math.max(0, pause - task.shapeNumbers[2]);
        }
        return broken;
    }

    /** shapeTable: the week of each day, -1 at a weekend and before the first week. */
    private static int oneWeek(Task task, int[] day, int[] stages, int shape) {
        int broken = 0, most = 0, least = Integer.MAX_VALUE;
        int[] counts = new int[1 + max(task.shapeTable)];
        int there = 0;
        for (int i : task.shapeWorks[0]) {
            if (day[i] < 0) {
                continue;
            }
            int week = task.shapeTable[day[i]];
            there++;
            if (week >= 0) {
                most = Math.max(most, ++counts[week]);
                least = Math.min(least, week);
            }
        }
        broken += there - most;
        stages[shape] = least == Integer.MAX_VALUE ? 0 : least;
        return broken;
    }

    private static int oneDay(Task task, int[] day, int[] stages, int shape) {
        int[] counts = new int[task.days];
        int most = 0, there = 0, different = 0;
        for (int i : task.shapeWorks[0]) {
            if (day[i] >= 0) {
                there++;
                if (counts[day[i]]++ == 0) {
                    different++;
                }
                most = Math.max(most, counts[day[i]]);
            }
        }
        stages[shape] = different;
        return there - most;
    }

    private static int max(int[] numbers) {
        int most = 0;
        for (int number : numbers) {
            most = Math.max(most, number);
        }
        return most;
    }
}
