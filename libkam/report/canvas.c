#include "report/canvas.h"

#include "base/character.h"

double kam_canvas_width(struct kam_text text, double size)
{
    return (double)kam_character_columns(text) * size * 0.6;
}
